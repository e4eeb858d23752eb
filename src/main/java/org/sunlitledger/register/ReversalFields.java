package org.sunlitledger.register;

import java.util.List;

/**
 * The fields that connect a register's negative amounts with the entries that they reverse.
 *
 * @param names the field with the key of the reversed entry
 * @param alike fields in which a reversal and its entry agree; an optional field is not compared if
 *     the reversal leaves it blank
 * @param total fields by which the sum of a year is checked: a sum below zero is a finding
 */
public record ReversalFields(Field names, List<Field> alike, List<Field> total) {}
