/**
 * How a delivery relates to those before it: a correction, a further delivery, or rejected. Start
 * with {@link Relating}.
 */
@NullMarked
package org.sunlitledger.intake.kinship;

import org.jspecify.annotations.NullMarked;
