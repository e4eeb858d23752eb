/**
 * Lines below and between tables that are not records: signatures, remarks, continued sheets. Start
 * with {@link Notes}.
 */
@NullMarked
package org.sunlitledger.intake.layout.note;

import org.jspecify.annotations.NullMarked;
