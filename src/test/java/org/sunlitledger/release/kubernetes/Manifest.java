package org.sunlitledger.release.kubernetes;

import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One object of the manifests that are shipped.
 *
 * @param model as Kubernetes understands it
 */
public record Manifest(Path file, Object model) {
  /** Where they are. */
  public static final Path FOLDER = Path.of("jobs/schedules/kubernetes");

  static final String KUSTOMIZATION = "kustomization.yaml";

  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "v1 ConfigMap", V1ConfigMap.class,
          "v1 PersistentVolumeClaim", V1PersistentVolumeClaim.class,
          "v1 Secret", V1Secret.class,
          "v1 Service", V1Service.class,
          "apps/v1 Deployment", V1Deployment.class,
          "batch/v1 CronJob", V1CronJob.class,
          "batch/v1 Job", V1Job.class);

  /** All of them. */
  public static List<Manifest> all() throws IOException {
    List<Manifest> all = new ArrayList<>();
    for (Path file : files()) {
      for (Map<?, ?> document : documents(Files.readString(file))) {
        all.add(new Manifest(file, model(document)));
      }
    }
    return all;
  }

  /** Those of one kind. */
  public static <T> List<T> of(Class<T> kind) throws IOException {
    return all().stream().map(Manifest::model).filter(kind::isInstance).map(kind::cast).toList();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith(KUSTOMIZATION))
          .sorted()
          .toList();
    }
  }

  static List<Map<?, ?>> documents(String text) {
    List<Map<?, ?>> documents = new ArrayList<>();
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
      documents.add((Map<?, ?>) document);
    }
    return documents;
  }

  /** Refuses fields that Kubernetes does not know, and asks for those that must be there. */
  static Object model(Map<?, ?> document) {
    String kind = document.get("apiVersion") + " " + document.get("kind");
    Class<?> model = KINDS.get(kind);
    if (model == null) {
      throw new IllegalArgumentException("no kind that is expected here: " + kind);
    }
    return JSON.deserialize(JSON.getGson().toJson(document), model);
  }
}
