/**
 * Imports files from the inbox as records and rejected lines. It uses only what a single line
 * shows, without regard to other lines.
 */
@NullMarked
package org.sunlitledger.intake;

import org.jspecify.annotations.NullMarked;
