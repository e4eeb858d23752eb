package org.sunlitledger.register;

import java.util.List;

/**
 * How a register's negative amounts name what they take back.
 *
 * @param names the field that holds the key of the reversed entry
 * @param alike fields in which a reversal and its entry agree; one that is not required says
 *     nothing where the reversal leaves it blank
 * @param total fields by which the sum of a year does not fall below zero without a finding
 */
public record ReversalFields(Field names, List<Field> alike, List<Field> total) {}
