package org.sunlitledger.cli;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Sunlit Ledger. */
@SpringBootApplication(scanBasePackages = "org.sunlitledger")
public class SunlitLedger {
  public static void main(String[] arguments) {
    System.exit(SpringApplication.exit(SpringApplication.run(SunlitLedger.class, arguments)));
  }
}
