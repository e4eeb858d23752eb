package org.sunlitledger.release.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sunlitledger.database.schema.ProgramVersion;

/** Kubernetes takes the manifests, and they fit each other and the program. */
class ManifestsTest {
  private static final String VERSION = ProgramVersion.NAME.replaceFirst(".* ", "");
  private static final Path SECRET = Manifest.FOLDER.resolve("secret.yaml");

  @Test
  void kubernetesTakesEachOfThem() throws IOException {
    assertThat(Manifest.all().stream().map(one -> one.model().getClass().getSimpleName()))
        .containsExactlyInAnyOrder(
            "V1Deployment",
            "V1Service",
            "V1CronJob",
            "V1CronJob",
            "V1Secret",
            "V1ConfigMap",
            "V1PersistentVolumeClaim",
            "V1PersistentVolumeClaim",
            "V1PersistentVolumeClaim",
            "V1PersistentVolumeClaim",
            "V1Job");
  }

  @Test
  void aFieldThatKubernetesDoesNotKnowIsRefused() throws IOException {
    String nightly = Files.readString(Manifest.FOLDER.resolve("nightly.yaml"));
    assertThatThrownBy(
            () ->
                Manifest.model(
                    Manifest.documents(nightly.replace("timeZone:", "timezone:")).get(0)))
        .hasMessageContaining("timezone");
    assertThatThrownBy(
            () ->
                Manifest.model(
                    Manifest.documents(nightly.replace("mountPath: /tmp", "path: /tmp")).get(0)))
        .hasMessageContaining("path");
    assertThatThrownBy(
            () -> Manifest.documents(nightly.replace("schedule:", "timeZone: UTC\n  schedule:")))
        .hasMessageContaining("duplicate key timeZone");
  }

  @Test
  void everyManifestButTheTemplateOfTheSecretIsListed() throws IOException {
    List<Path> listed = new ArrayList<>(listed(Manifest.FOLDER));
    listed.addAll(listed(Manifest.FOLDER.resolve("upgrade")));
    assertThat(listed).doesNotContain(SECRET);
    listed.add(SECRET);
    assertThat(listed.stream().distinct()).containsExactlyInAnyOrderElementsOf(Manifest.files());
    assertThat(listed(Manifest.FOLDER))
        .as("a Job cannot be changed, so that of the upgrade is applied by itself")
        .noneMatch(file -> file.endsWith("upgrade.yaml"));
  }

  /** The files that a kustomization names, those of the folders that it names included. */
  private static List<Path> listed(Path folder) throws IOException {
    Map<?, ?> kustomization =
        Manifest.documents(Files.readString(folder.resolve(Manifest.KUSTOMIZATION))).get(0);
    assertThat(kustomization.keySet().stream().map(Object::toString))
        .isSubsetOf("apiVersion", "kind", "labels", "resources");
    List<Path> files = new ArrayList<>();
    for (Object resource :
        (List<?>) Optional.ofNullable(kustomization.get("resources")).orElseThrow()) {
      Path named = folder.resolve(resource.toString()).normalize();
      if (Files.isDirectory(named)) {
        files.addAll(listed(named));
      } else {
        assertThat(named).as("kustomize reads no file outside its folder").hasParentRaw(folder);
        files.add(named);
      }
    }
    return files;
  }

  @Test
  void everyPodHasTheImageOfThisVersion() throws IOException {
    assertThat(Pod.all().stream().map(pod -> pod.container().getImage()).distinct())
        .containsExactly("sunlit-ledger:" + VERSION);
    assertThat(Files.readString(Path.of("jobs/schedules/container/Dockerfile")))
        .contains("-t sunlit-ledger:" + VERSION + " .");
  }

  @Test
  void noPodHasMoreRightsThanItNeeds() throws IOException {
    assertThat(Pod.all())
        .allSatisfy(
            pod -> {
              var inPod = pod.spec().getSecurityContext();
              assertThat(inPod.getRunAsNonRoot()).as(pod.name()).isTrue();
              assertThat(inPod.getRunAsUser()).isEqualTo(10001);
              assertThat(inPod.getFsGroup()).isEqualTo(10001);
              assertThat(inPod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
              assertThat(pod.spec().getAutomountServiceAccountToken()).isFalse();
              var inContainer = pod.container().getSecurityContext();
              assertThat(inContainer.getReadOnlyRootFilesystem()).isTrue();
              assertThat(inContainer.getAllowPrivilegeEscalation()).isFalse();
              assertThat(inContainer.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(pod.container().getResources().getRequests())
                  .containsOnlyKeys("cpu", "memory");
              assertThat(pod.container().getResources().getLimits()).containsOnlyKeys("memory");
            });
  }

  @Test
  void everyPodHasTheFoldersThatTheImageNames() throws IOException {
    List<String> claims =
        Manifest.of(V1PersistentVolumeClaim.class).stream()
            .map(claim -> claim.getMetadata().getName())
            .toList();
    assertThat(Pod.all())
        .allSatisfy(
            pod -> {
              assertThat(
                      pod.spec().getVolumes().stream()
                          .filter(volume -> volume.getEmptyDir() == null)
                          .map(volume -> volume.getPersistentVolumeClaim().getClaimName()))
                  .containsExactlyInAnyOrderElementsOf(claims);
              assertThat(
                      pod.container().getVolumeMounts().stream()
                          .map(mount -> mount.getName() + " " + mount.getMountPath()))
                  .containsExactlyInAnyOrder(
                      "data /data",
                      "inbox /data/inbox",
                      "archive /data/archive",
                      "out /data/out",
                      "tmp /tmp");
            });
  }

  @Test
  void aNightRunsByTheClockOfChinaAndNeverBesideAnother() throws IOException {
    assertThat(Manifest.of(V1CronJob.class))
        .extracting(job -> job.getSpec().getTimeZone(), job -> job.getSpec().getConcurrencyPolicy())
        .containsOnly(tuple("Asia/Shanghai", "Forbid"));
    assertThat(Manifest.of(V1CronJob.class).stream().map(job -> job.getSpec().getSchedule()))
        .containsExactly("30 1 * * *", "30 7 * * *");
  }

  @Test
  void noJobFailsBecauseSomethingIsOpen() throws IOException {
    assertThat(Pod.all().stream().filter(pod -> !"Always".equals(restarts(pod))))
        .hasSize(3)
        .allSatisfy(pod -> assertThat(pod.container().getArgs()).contains("--zero-when-open"));
  }

  private static String restarts(Pod pod) {
    return Optional.ofNullable(pod.spec().getRestartPolicy()).orElse("Always");
  }

  @Test
  void theServiceLeadsToTheConsole() throws IOException {
    V1Deployment console = Manifest.of(V1Deployment.class).get(0);
    V1Service service = Manifest.of(V1Service.class).get(0);
    var template = console.getSpec().getTemplate();
    assertThat(template.getMetadata().getLabels())
        .containsAllEntriesOf(service.getSpec().getSelector());
    assertThat(console.getSpec().getSelector().getMatchLabels())
        .isEqualTo(service.getSpec().getSelector());
    var port = template.getSpec().getContainers().get(0).getPorts().get(0);
    assertThat(service.getSpec().getPorts().get(0).getTargetPort().getStrValue())
        .isEqualTo(port.getName());
    assertThat(port.getContainerPort()).isEqualTo(8443);
    assertThat(Stream.of(service.getSpec().getPorts().get(0).getPort())).containsExactly(443);
  }
}
