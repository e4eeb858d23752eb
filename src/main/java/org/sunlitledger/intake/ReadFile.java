package org.sunlitledger.intake;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.Withdrawals.Withdrawn;

/**
 * What is known of a delivery once its last line has been read.
 *
 * @param findings on the whole file, with their lines
 * @param more the columns of rejected lines where later headers have more than the first
 */
record ReadFile(
    List<FileFindings.Found> findings,
    List<Withdrawn> withdrawn,
    Optional<DeliveredColumns> more) {}
