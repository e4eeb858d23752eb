/** The definition of a register: its columns, code lists and parameters. */
@NullMarked
package org.sunlitledger.register;

import org.jspecify.annotations.NullMarked;
