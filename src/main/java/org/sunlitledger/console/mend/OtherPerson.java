package org.sunlitledger.console.mend;

/**
 * Somebody else who writes drafts for a delivery.
 *
 * @param lines number of lines
 * @param last when the last draft was written
 */
public record OtherPerson(String name, int lines, String last) {}
