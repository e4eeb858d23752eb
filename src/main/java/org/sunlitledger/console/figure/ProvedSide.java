package org.sunlitledger.console.figure;

import java.util.List;
import org.sunlitledger.figure.LineProof.LinesUnder;

/**
 * One of the sets of lines under a figure, broken down.
 *
 * @param registers that the lines are from
 */
public record ProvedSide(
    String registers, LinesUnder under, LineAddress address, List<Breakdown> breakdowns) {}
