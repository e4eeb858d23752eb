package org.sunlitledger.release.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.notice.channel.ChannelSettings;

/** Finds which variables of an environment the program reads. */
final class NamedSettings {
  /** The settings that the program binds, by their prefix. */
  private static final Map<String, Class<?>> BOUND =
      Map.of(
          "spring.datasource", DataSourceProperties.class,
          "spring.flyway", FlywayProperties.class,
          "sunlit", DatabaseSettings.class,
          "sunlit.intake", IntakeSettings.class,
          "sunlit.notice", ChannelSettings.class);

  private static final Pattern READ_BY_NAME =
      Pattern.compile("(?:getenv\\(\"|\\$\\{env:|@Value\\(\"\\$\\{)([A-Za-z_.-]+)");

  private NamedSettings() {}

  /** Those that are read. */
  static Set<String> read(Map<String, String> environment) throws IOException {
    Set<String> bound = new TreeSet<>();
    Binder binder =
        new Binder(
            ConfigurationPropertySources.from(
                new SystemEnvironmentPropertySource(
                    "systemEnvironment", new TreeMap<String, Object>(environment))));
    BOUND.forEach(
        (prefix, settings) -> binder.bind(prefix, Bindable.of(settings), recording(bound)));
    bound.addAll(readByName());
    Set<String> read = new TreeSet<>(environment.keySet());
    read.removeIf(name -> !bound.contains(plain(name)));
    return read;
  }

  private static BindHandler recording(Set<String> bound) {
    return new BindHandler() {
      @Override
      public Object onSuccess(
          ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        if (context.getConfigurationProperty() != null) {
          bound.add(plain(name.toString()));
        }
        return result;
      }
    };
  }

  /** Variables and values that the program asks for by name. */
  private static List<String> readByName() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        READ_BY_NAME
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> names.add(plain(found.group(1))));
      }
    }
    return names;
  }

  /** One spelling for a variable and the property that it sets. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.').replace("-", "");
  }
}
