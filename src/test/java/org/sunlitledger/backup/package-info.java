/** Tests of backups: made, damaged, restored after a disaster. */
@NullMarked
package org.sunlitledger.backup;

import org.jspecify.annotations.NullMarked;
