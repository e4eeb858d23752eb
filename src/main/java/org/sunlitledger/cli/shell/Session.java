package org.sunlitledger.cli.shell;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.CodeWords;

/** What a command works with: the program's parts, the language, the terminal. */
public final class Session implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final Messages messages;

  private Session(ConfigurableApplicationContext context, Messages messages) {
    this.context = context;
    this.messages = messages;
  }

  static Session open(GlobalOptions options) {
    return open(options, Map.of());
  }

  /**
   * The same with settings that go before all others.
   *
   * @param settings by their names
   */
  public static Session open(GlobalOptions options, Map<String, String> settings) {
    ConfigurableApplicationContext context =
        application(options.settings())
            .run(
                settings.entrySet().stream()
                    .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                    .toArray(String[]::new));
    return new Session(
        context, options.isChinese() ? Messages.chinese("commands") : Messages.english("commands"));
  }

  /** Its main class is the one for which the build has prepared the parts. */
  static SpringApplication application(Map<String, Object> properties) {
    return new SpringApplicationBuilder(PreparedParts.class)
        .main(PreparedParts.class)
        .web(WebApplicationType.NONE)
        .properties(properties)
        .build();
  }

  public <T> T the(Class<T> part) {
    return context.getBean(part);
  }

  public Messages messages() {
    return messages;
  }

  /** The words for codes, in the language of the session. */
  public CodeWords words() {
    return new CodeWords(messages, the(Registers.class), the(Rules.class));
  }

  @Override
  public void close() {
    context.close();
  }
}
