package org.sunlitledger.cli.user;

import org.sunlitledger.account.AccountRole;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a role. */
final class RoleName implements ITypeConverter<AccountRole> {
  @Override
  public AccountRole convert(String text) {
    return AccountRole.find(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "viewer, clerk, reviewer or administrator, not '%s' / 应为 viewer（查阅）、clerk（经办）、reviewer（复核）或 administrator（管理）"
                        .formatted(text)));
  }
}
