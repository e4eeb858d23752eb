package org.sunlitledger.database;

import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of the process: a configured one, or the built-in server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

  @Bean
  Definitions definitions(DatabaseSettings settings) {
    return new Definitions(settings.ownDefinitions());
  }

  /** A county's own tables are migrated beside the packaged ones. */
  @Bean
  FlywayConfigurationCustomizer ownSchema(DatabaseSettings settings) {
    return flyway ->
        settings
            .ownDefinitions()
            .map(folder -> folder.resolve("sql/schema"))
            .filter(Files::isDirectory)
            .ifPresent(
                schema -> {
                  List<Location> locations = new ArrayList<>(List.of(flyway.getLocations()));
                  locations.add(Location.fromPath("filesystem:", schema.toString()));
                  flyway.locations(locations.toArray(Location[]::new));
                });
  }

  @Bean
  Clock clock(@Value("${sunlit.zone:Asia/Shanghai}") ZoneId zone) {
    return Clock.system(zone);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "\0")
  static class BuiltIn {

    @Bean
    EmbeddedServer embeddedServer(DatabaseSettings settings) {
      return EmbeddedServer.at(settings.folder().resolve("postgres"));
    }

    @Bean
    JdbcConnectionDetails connectionDetails(EmbeddedServer server) {
      String url = server.url("sunlit");
      return new JdbcConnectionDetails() {
        @Override
        public String getJdbcUrl() {
          return url;
        }

        @Override
        public String getUsername() {
          return server.user();
        }

        @Override
        public String getPassword() {
          return server.secret();
        }
      };
    }
  }
}
