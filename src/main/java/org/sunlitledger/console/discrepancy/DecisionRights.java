package org.sunlitledger.console.discrepancy;

import java.util.Optional;
import org.sunlitledger.database.ClosedYears.FreezingClose;

/**
 * What keeps the reader of a discrepancy from deciding on it, apart from the role.
 *
 * @param close that freezes its year
 * @param office to which the reader is limited
 * @param isOfOffice whether a line of it is in a file of that office, or the reader is of the
 *     county
 * @param isOwn whether the reader is the one who resolved it, and so cannot approve it
 */
public record DecisionRights(
    Optional<FreezingClose> close, Optional<String> office, boolean isOfOffice, boolean isOwn) {}
