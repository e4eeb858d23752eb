/**
 * Units of money in titles, names and sentences. In: a text. Out: the unit in it. Start with {@link
 * UnitText}.
 */
@NullMarked
package org.sunlitledger.intake.unit;

import org.jspecify.annotations.NullMarked;
