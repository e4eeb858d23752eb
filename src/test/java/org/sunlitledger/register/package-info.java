@NullMarked
package org.sunlitledger.register;

import org.jspecify.annotations.NullMarked;
