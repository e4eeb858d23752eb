package org.sunlitledger.cli.shell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * The parts of the program and how Spring puts them together. The build calls {@code main} to work
 * this out beforehand; see {@code process-aot} in the pom. A command then starts in half the time.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("org.sunlitledger")
public class PreparedParts {

  public static void main(String[] arguments) {
    SpringApplication.run(PreparedParts.class, arguments);
  }
}
