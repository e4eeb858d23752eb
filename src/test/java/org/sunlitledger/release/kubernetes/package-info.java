/** The manifests for Kubernetes, read by the model that Kubernetes itself publishes. */
@NullMarked
package org.sunlitledger.release.kubernetes;

import org.jspecify.annotations.NullMarked;
