/**
 * The lines of a delivery from top to bottom. In: a text file or a sheet. Out: lines with their
 * numbers. Start with {@link LineSource}.
 */
@NullMarked
package org.sunlitledger.intake.source;

import org.jspecify.annotations.NullMarked;
