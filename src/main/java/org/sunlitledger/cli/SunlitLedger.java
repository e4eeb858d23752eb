package org.sunlitledger.cli;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import picocli.CommandLine;

/** Starts Sunlit Ledger: reads the command line, then whatever the command needs. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("org.sunlitledger")
public class SunlitLedger {

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command; the exit status is that of the contract: 0, 1, 2 or 3. */
  static int run(String... arguments) {
    CommandLine commands = new CommandLine(new Commands());
    commands.setExecutionExceptionHandler(new Failure());
    return commands.execute(arguments);
  }
}
