package org.sunlitledger.sample;

import java.util.List;
import java.util.Set;

/**
 * A change to a ledger that agrees, and what must be found of it.
 *
 * @param what was changed, for people
 * @param removed places of the entries that are left out, counted from 0
 * @param added entries that come instead, or besides
 * @param expected each as {@code kind fen}, in their order
 */
public record LedgerChange(
    String what, Set<Integer> removed, List<Entry> added, List<String> expected) {}
