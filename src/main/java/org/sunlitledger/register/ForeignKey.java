package org.sunlitledger.register;

import java.util.List;

/**
 * The counterpart of a line in a register, as in Frictionless Table Schema. The line waits until
 * its counterpart is delivered.
 *
 * @param place in the register's file
 * @param rule id of the rule that a line without a counterpart breaks
 * @param fields of the line
 * @param resource register of the counterpart
 * @param referenced names of the counterpart's fields, one for each field of the line
 * @param isNotLater whether the counterpart must be of the line's year or an earlier one; otherwise
 *     any year is allowed
 */
public record ForeignKey(
    String place,
    String rule,
    List<Field> fields,
    String resource,
    List<String> referenced,
    boolean isNotLater) {}
