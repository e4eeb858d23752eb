/**
 * The relation of a delivery to earlier ones: a correction, an additional delivery, or rejected.
 * Start with {@link KinshipDecider}.
 */
@NullMarked
package org.sunlitledger.intake.kinship;

import org.jspecify.annotations.NullMarked;
