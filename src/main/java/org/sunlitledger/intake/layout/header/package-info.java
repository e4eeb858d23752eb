/**
 * The header of a table. In: the first lines of a delivery. Out: its register, its columns and
 * their units. Start with {@link HeaderFinder}.
 */
@NullMarked
package org.sunlitledger.intake.layout.header;

import org.jspecify.annotations.NullMarked;
