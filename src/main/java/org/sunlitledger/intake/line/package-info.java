/**
 * A line of a file, and the possible faults of a line or a file. Start with {@link SourceLine} and
 * {@link ShapeRule}.
 */
@NullMarked
package org.sunlitledger.intake.line;

import org.jspecify.annotations.NullMarked;
