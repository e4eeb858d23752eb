/** The parts of a sheet around its records. */
@NullMarked
package org.sunlitledger.intake.layout;

import org.jspecify.annotations.NullMarked;
