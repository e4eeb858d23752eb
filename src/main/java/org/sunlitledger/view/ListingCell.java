package org.sunlitledger.view;

/**
 * A cell that programs read as a code and people as words.
 *
 * @param code for JSON and CSV
 * @param words for tables
 */
public record ListingCell(String code, String words) {}
