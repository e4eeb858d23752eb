package org.sunlitledger.intake.delivery;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.delivery.Withdrawals.Withdrawn;
import org.sunlitledger.intake.layout.column.DeliveredColumns;
import org.sunlitledger.intake.line.FileFindings;

/**
 * The results for a delivery after its last line is read.
 *
 * @param findings on the whole file, with their lines
 * @param more the columns of rejected lines, if later headers have more columns than the first
 */
public record ReadFile(
    List<FileFindings.FileFinding> findings,
    List<Withdrawn> withdrawn,
    Optional<DeliveredColumns> more) {}
