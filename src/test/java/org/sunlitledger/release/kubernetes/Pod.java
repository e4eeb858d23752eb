package org.sunlitledger.release.kubernetes;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1PodSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod that the manifests start, with its only container.
 *
 * @param name of what starts it
 */
public record Pod(String name, V1PodSpec spec, V1Container container) {

  /** All of them. */
  public static List<Pod> all() throws IOException {
    List<Pod> all = new ArrayList<>();
    for (V1Deployment one : Manifest.of(V1Deployment.class)) {
      all.add(of(one.getMetadata().getName(), one.getSpec().getTemplate().getSpec()));
    }
    for (V1CronJob one : Manifest.of(V1CronJob.class)) {
      all.add(
          of(
              one.getMetadata().getName(),
              one.getSpec().getJobTemplate().getSpec().getTemplate().getSpec()));
    }
    for (V1Job one : Manifest.of(V1Job.class)) {
      all.add(of(one.getMetadata().getName(), one.getSpec().getTemplate().getSpec()));
    }
    return all;
  }

  private static Pod of(String name, V1PodSpec spec) {
    if (spec.getContainers().size() != 1) {
      throw new IllegalStateException(name + " has other containers beside the program's");
    }
    return new Pod(name, spec, spec.getContainers().get(0));
  }
}
