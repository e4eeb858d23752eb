/** What people put on the record: their names, their reasons, and why a decision was refused. */
@NullMarked
package org.sunlitledger.decision;

import org.jspecify.annotations.NullMarked;
