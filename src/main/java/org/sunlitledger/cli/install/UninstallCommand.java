package org.sunlitledger.cli.install;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.cli.shell.NeedsNoFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes away what {@code install} has made. The data stays. */
@Command(
    name = "uninstall",
    mixinStandardHelpOptions = true,
    description = "Take away what install has made; the data stays.")
public final class UninstallCommand implements Callable<Integer>, NeedsNoFolder {

  @ParentCommand private GlobalOptions options = new GlobalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final Target target = new Target();

  @Override
  public Integer call() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("uninstall"));
    arguments.addAll(target.arguments());
    return InstallationScript.run(spec, options, arguments);
  }
}
