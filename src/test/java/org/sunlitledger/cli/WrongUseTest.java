package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong use is said in a sentence, ends with 2, and opens no database: there is none here. */
class WrongUseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deliveries --lang xx | zh or en, not 'xx'",
        "deliveries --lang ZH | zh or en",
        "deliveries --lang= | zh or en",
        "rejects --lang zh-CN | zh or en, not 'zh-CN'",
        "nightly --year -5 | a year from 2000 to 2099, not '-5'",
        "nightly --year 20200 | not '20200'",
        "nightly --year 0 | not '0'",
        "nightly --year 1999 | not '1999'",
        "nightly --year ２０２０ | a year from 2000",
        "figures --year 2020.0 | not '2020.0'",
        "explain --year 99999999999 F11 | not '99999999999'",
        "rejects --year -1 | not '-1'",
        "verify-snapshot 20200 | not '20200'",
        "verify-snapshot 2020 --number 0 | a number from 1 on, not '0'",
        "rejects --delivery -1 | a number from 1 on, not '-1'",
        "rejects --delivery x | not 'x'",
        "rejects --delivery 99999999999999999999 | a number from 1 on",
        "restart 0 | not '0'",
        "approve -3 --by 李四 | not '-3'",
        "resolve 1.5 --as waived --why x --by y | not '1.5'",
        "resolve 1 --as forgotten --why x --by y | explained, corrected or waived",
        "rejects --out x.exe | FILE.xlsx, FILE.csv",
        "rejects --out x | FILE.xlsx, FILE.csv",
        "rejects --out .csv | FILE.xlsx, FILE.csv",
        "rejects --out x.csv.exe | x.csv.exe",
        "rejects --out out/ | FILE.xlsx, FILE.csv",
        "rejects --out x.csv --json | --out and --json",
        "restatement --year 2020 --out x.xlsx | FILE.csv",
        "report --year 2020 --out x.exe | FILE.docx, FILE.html, FILE.txt",
        "report --year 2020 --out x.pdf | FILE.docx",
        "report --year 2020 --format pdf | docx, html or txt",
        "report --year 2020 --format html --out x.docx | do not agree",
        "explain --year 2020 F11 --by colour | township, source or month",
        "explain --year 2020 F11 --records --format xml | use csv",
        "explain --year 2020 F11 --format csv | only together with --records",
        "explain --year 2020 F11 --by source --records | cannot be used together",
        "explain --year 2020 F11 --records --format csv --json | cannot be used together",
        "year-end --year 2020 --close | who closes the year",
        "year-end --year 2020 --close --by= | who closes the year",
        "year-end --year 2020 --by 李四 | only together with --close",
        "year-end --year 2020 --ledger no-such.csv | no such file: no-such.csv",
        "backup x --key x/key | kept apart from the backups: x/key is inside x",
        "nightly --inbox no-such-folder | no such folder: no-such-folder",
        "nightly --inbox pom.xml | no such folder",
        "figures | Missing required option",
        "frobnicate | Unmatched argument"
      })
  void isSaidInASentence(String line, String said) {
    assertThat(run(line.split(" "))).as(line).isEqualTo(2);
    assertThat(err).contains(said);
    assertThat(err.lines().count()).isLessThan(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejects --out x.exe", "explain --year 2020 F11 --format csv"})
  void inChineseToo(String line) {
    assertThat(run((line + " --lang zh").split(" "))).isEqualTo(2);
    assertThat(err).containsPattern("\\p{IsHan}");
  }

  private String err = "";

  private int run(String... arguments) {
    StringWriter text = new StringWriter();
    boolean speaks = String.join(" ", arguments).contains("--lang");
    String[] all = arguments;
    if (!speaks) {
      all = new String[arguments.length + 2];
      System.arraycopy(arguments, 0, all, 2, arguments.length);
      all[0] = "--lang";
      all[1] = "en";
    }
    int status = SunlitLedger.run(new PrintWriter(new StringWriter()), new PrintWriter(text), all);
    err = text.toString();
    return status;
  }
}
