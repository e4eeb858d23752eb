/**
 * Makes the archives of a release, which run on a server that has nothing else: {@code ./mvnw
 * -Pdist package}.
 */
@NullMarked
package org.sunlitledger.release;

import org.jspecify.annotations.NullMarked;
