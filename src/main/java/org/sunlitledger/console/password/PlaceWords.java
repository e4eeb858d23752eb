package org.sunlitledger.console.password;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.Account;
import org.sunlitledger.report.County;

/** The words that somebody tries first here: of the person, the office, the county, the program. */
@Component
final class PlaceWords {
  private static final List<String> PROGRAM =
      List.of(
          "sunlitledger",
          "sunlit",
          "ledger",
          "yangguangtaizhang",
          "yangguang",
          "taizhang",
          "fupin",
          "阳光台账",
          "阳光",
          "台账",
          "扶贫");
  private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** 沙坡头区 is also called 沙坡头. */
  private static final Pattern KIND_OF_PLACE = Pattern.compile("(?<=..)[省州市县区旗]$");

  private static final int SHORTEST_PART = 2;

  private final County county;

  PlaceWords(County county) {
    this.county = county;
  }

  /** The words for each fault that anybody's password can have. */
  Map<PasswordFault, List<String>> general(String login) {
    return Map.of(
        PasswordFault.OF_LOGIN, parts(login),
        PasswordFault.OF_OFFICE, county.officeNames(),
        PasswordFault.OF_COUNTY, county.names().stream().flatMap(PlaceWords::called).toList(),
        PasswordFault.OF_PROGRAM, PROGRAM);
  }

  /** Those and the words of a person. */
  Map<PasswordFault, List<String>> of(Account account) {
    Map<PasswordFault, List<String>> general = general(account.login());
    return Map.of(
        PasswordFault.OF_LOGIN, general.getOrDefault(PasswordFault.OF_LOGIN, List.of()),
        PasswordFault.OF_NAME, parts(account.name()),
        PasswordFault.OF_OFFICE,
            Stream.concat(
                    general.getOrDefault(PasswordFault.OF_OFFICE, List.of()).stream(),
                    account.office().stream())
                .toList(),
        PasswordFault.OF_COUNTY, general.getOrDefault(PasswordFault.OF_COUNTY, List.of()),
        PasswordFault.OF_PROGRAM, PROGRAM);
  }

  private static Stream<String> called(String place) {
    return Stream.of(place, KIND_OF_PLACE.matcher(place).replaceFirst(""));
  }

  /** The whole, with and without what stands between its parts, and the parts. */
  private static List<String> parts(String text) {
    return Stream.concat(
            Stream.of(text, BETWEEN_PARTS.matcher(text).replaceAll("")),
            BETWEEN_PARTS.splitAsStream(text))
        .filter(part -> part.length() >= SHORTEST_PART)
        .distinct()
        .toList();
  }
}
