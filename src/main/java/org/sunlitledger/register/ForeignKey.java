package org.sunlitledger.register;

import java.util.List;

/**
 * A counterpart that a line has in a register, as in Frictionless Table Schema. Until it has been
 * delivered, the line waits.
 *
 * @param place in the register's file
 * @param rule the id of the rule that a line without a counterpart breaks
 * @param fields of the line
 * @param resource the register of the counterpart
 * @param referenced the names of the counterpart's fields, one for each of the line's
 * @param isNotLater whether the counterpart is of the line's year or an earlier one; else its year
 *     does not matter
 */
public record ForeignKey(
    String place,
    String rule,
    List<Field> fields,
    String resource,
    List<String> referenced,
    boolean isNotLater) {}
