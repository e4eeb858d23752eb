package org.sunlitledger.register;

/**
 * Two dates of a line, of which one is not before the other.
 *
 * @param rule the id of the rule that a line breaks whose dates are the other way round
 * @param allowsSameDay whether both may be the same day
 */
public record DateOrder(String rule, Field earlier, Field later, boolean allowsSameDay) {}
