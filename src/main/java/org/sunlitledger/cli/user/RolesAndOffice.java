package org.sunlitledger.cli.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.account.AccountRole;
import picocli.CommandLine.Option;

/** What an account allows, as options of a command. */
final class RolesAndOffice {

  @Option(
      names = "--role",
      required = true,
      split = ",",
      paramLabel = "ROLE",
      converter = RoleName.class,
      description = "viewer, clerk, reviewer or administrator; a clerk may also be reviewer.")
  private List<AccountRole> roles = List.of();

  @Option(
      names = "--office",
      paramLabel = "FOLDER",
      description = "The folder of the inbox this person hands files into; all unless given.")
  private @Nullable String office;

  Set<AccountRole> roles() {
    return EnumSet.copyOf(roles);
  }

  Optional<String> office() {
    return Optional.ofNullable(office);
  }
}
