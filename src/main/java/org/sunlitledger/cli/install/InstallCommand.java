package org.sunlitledger.cli.install;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.cli.shell.NeedsNoFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Installs the program as services of this machine. What is there already is left as it is. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description = "Install the program as services of this machine (with root's rights).")
public final class InstallCommand implements Callable<Integer>, NeedsNoFolder {

  @ParentCommand private GlobalOptions options = new GlobalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final Target target = new Target();

  @Option(
      names = "--prefix",
      paramLabel = "DIR",
      description = "Folder for the data; /var/lib/sunlit unless given.")
  private @Nullable String prefix;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "User of this machine that the services run as; sunlit unless given.")
  private @Nullable String user;

  @Override
  public Integer call() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("install"));
    if (prefix != null) {
      arguments.addAll(List.of("--prefix", prefix));
    }
    if (user != null) {
      arguments.addAll(List.of("--user", user));
    }
    arguments.addAll(target.arguments());
    return InstallationScript.run(spec, options, arguments);
  }
}
