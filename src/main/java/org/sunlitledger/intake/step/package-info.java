/**
 * The step {@code intake} of a run. In: deliveries that are not completely imported. Out: their
 * lines in the tables. Start with {@link DeliveryReader}.
 */
@NullMarked
package org.sunlitledger.intake.step;

import org.jspecify.annotations.NullMarked;
