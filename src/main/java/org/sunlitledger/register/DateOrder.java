package org.sunlitledger.register;

/**
 * Two dates of a line, one of which must not be before the other.
 *
 * @param rule id of the rule that a line with the wrong order breaks
 * @param allowsSameDay whether both may be the same day
 */
public record DateOrder(String rule, Field earlier, Field later, boolean allowsSameDay) {}
