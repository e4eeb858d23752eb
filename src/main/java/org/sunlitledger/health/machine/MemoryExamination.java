package org.sunlitledger.health.machine;

import java.io.IOException;
import java.util.List;
import org.springframework.util.unit.DataSize;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.Sizes;

/** Examines whether there is memory for a night beside the console and the built-in database. */
public final class MemoryExamination implements Examination {
  private static final DataSize LEAST_TOTAL = DataSize.ofMegabytes(1800);
  private static final DataSize LEAST_AVAILABLE = DataSize.ofMegabytes(800);

  private final MemoryReading reading;

  public MemoryExamination(MemoryReading reading) {
    this.reading = reading;
  }

  /** Reads how much memory there is. */
  public interface MemoryReading {
    /** The memory now. */
    MachineMemory read() throws IOException;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Finding> examine() throws IOException {
    MachineMemory memory = reading.read();
    Object[] arguments = {
      Sizes.text(memory.available()),
      Sizes.text(memory.total()),
      Sizes.text(LEAST_AVAILABLE),
      Sizes.text(LEAST_TOTAL)
    };
    if (memory.total().compareTo(LEAST_TOTAL) < 0) {
      return List.of(Finding.broken("memory.small", arguments));
    }
    return List.of(
        memory.available().compareTo(LEAST_AVAILABLE) < 0
            ? Finding.look("memory.low", arguments)
            : Finding.ok("memory.found", arguments));
  }
}
