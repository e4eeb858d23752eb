package org.sunlitledger.health.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/**
 * The memory of the machine, or of the container in which the program runs.
 *
 * @param available what programs can still get, memory of caches included
 */
public record MachineMemory(DataSize total, DataSize available) {
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable: *([0-9]+) kB");

  /** The memory now. */
  public static MachineMemory now() throws IOException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    long available =
        Files.readAllLines(MEMORY).stream()
            .map(AVAILABLE::matcher)
            .filter(Matcher::matches)
            .mapToLong(line -> DataSize.ofKilobytes(Long.parseLong(line.group(1))).toBytes())
            .findFirst()
            .orElseGet(system::getFreeMemorySize);
    return new MachineMemory(DataSize.ofBytes(total), DataSize.ofBytes(Math.min(total, available)));
  }
}
