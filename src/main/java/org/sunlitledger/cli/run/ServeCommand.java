package org.sunlitledger.cli.run;

import java.net.BindException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.console.ConsoleApplication;
import org.sunlitledger.console.OwnCertificate;
import org.sunlitledger.quantity.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves the console until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve the console in a browser, until it is stopped.")
public final class ServeCommand implements Callable<Integer> {

  @ParentCommand private GlobalOptions options = new GlobalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8443",
      description = "Where it listens; 8443 unless given.")
  private int port = 8443;

  @Override
  public Integer call() throws Exception {
    Path folder = Path.of(Optional.ofNullable(System.getenv("SUNLIT_FOLDER")).orElse("var"));
    OwnCertificate certificate =
        OwnCertificate.in(folder.resolve("console"), () -> say("serve.certificate"));
    Map<String, Object> settings = new HashMap<>(options.settings());
    settings.putAll(certificate.settings());
    settings.put("server.port", port);
    settings.put("management.server.port", port == 0 ? 0 : port + 1);
    try (ConfigurableApplicationContext console =
        ConsoleApplication.start(settings, step -> say("serve.step." + step))) {
      say(
          "serve.ready",
          console.getEnvironment().getRequiredProperty("local.server.port"),
          certificate.fingerprint(),
          console.getEnvironment().getRequiredProperty("local.management.port"));
      new CountDownLatch(1).await();
      return 0;
    } catch (RuntimeException problem) {
      if (NestedExceptionUtils.getMostSpecificCause(problem) instanceof BindException) {
        spec.commandLine()
            .getErr()
            .println(text("serve.port-taken", String.valueOf(port), String.valueOf(port + 1)));
        return CommandLine.ExitCode.SOFTWARE;
      }
      throw problem;
    }
  }

  private void say(String key, Object... arguments) {
    spec.commandLine().getOut().println(text(key, arguments));
  }

  private String text(String key, Object... arguments) {
    return (options.isChinese() ? Messages.chinese("commands") : Messages.english("commands"))
        .text(key, arguments);
  }
}
