@NullMarked
package org.sunlitledger.open;

import org.jspecify.annotations.NullMarked;
