/** What a register is: its columns, code lists, parameters, as the definitions say. */
@NullMarked
package org.sunlitledger.register;

import org.jspecify.annotations.NullMarked;
