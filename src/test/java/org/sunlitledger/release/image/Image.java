package org.sunlitledger.release.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.release.tar.FolderTar;
import org.sunlitledger.release.tar.Rights;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An image as a layout of OCI in a tar archive, with the list that {@code docker load} reads: all
 * engines load it, and none is needed to make it. The same files give the same bytes.
 *
 * @param version of the program, the tag of the image
 * @param architecture as images name it: amd64, arm64
 * @param date of every file
 */
public record Image(String version, String architecture, Instant date) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
  private static final String NAME = "docker.io/library/sunlit-ledger:";

  /** The number of the user and the group that the program runs as. */
  static final int USER = 10001;

  private static final Rights ROOT = new Rights(0755, 0, 0);
  private static final Rights FOR_ALL = new Rights(0755, USER, USER);
  private static final Rights FOR_OWNER = new Rights(0700, USER, USER);
  private static final Rights FOR_GROUP = new Rights(02770, USER, USER);

  /**
   * Writes it.
   *
   * @param release the folder of a release
   * @param system the folder of the system below it, as debootstrap makes it
   * @param dockerfile with the settings
   * @param work a folder for parts, which is deleted before and afterwards
   */
  public void write(Path release, Path system, Path dockerfile, Path work, Path file)
      throws IOException {
    Base base = new Base(system);
    base.verify();
    FileSystemUtils.deleteRecursively(work);
    Path blobs = Files.createDirectories(work.resolve("blobs/sha256"));
    List<Layer> layers =
        List.of(
            Layer.write(blobs, date, "the system", base::addTo),
            Layer.write(
                blobs, date, "the user and the folders for data", tar -> addData(base, tar)),
            Layer.write(blobs, date, "Sunlit Ledger " + version, tar -> addProgram(release, tar)));
    ObjectNode config = config(Dockerfile.settings(dockerfile), layers);
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("schemaVersion", 2).put("mediaType", MANIFEST);
    ObjectNode configuration = blob(blobs, config, CONFIG);
    manifest.set("config", configuration);
    ArrayNode listed = manifest.putArray("layers");
    layers.forEach(layer -> describe(listed.addObject(), LAYER, layer.digest(), layer.size()));
    ObjectNode described = blob(blobs, manifest, MANIFEST);
    described
        .putObject("annotations")
        .put("io.containerd.image.name", NAME + version)
        .put("org.opencontainers.image.ref.name", version);
    described.putObject("platform").put("architecture", architecture).put("os", "linux");
    write(work.resolve("index.json"), index(described));
    write(work.resolve("oci-layout"), JSON.createObjectNode().put("imageLayoutVersion", "1.0.0"));
    write(work.resolve("manifest.json"), forDocker(configuration, layers));
    pack(work, file);
    FileSystemUtils.deleteRecursively(work);
  }

  private static void addData(Base base, FolderTar tar) throws IOException {
    tar.addFolder("etc", ROOT);
    base.addOwnTo(tar, USER);
    tar.addFolder("data", FOR_ALL);
    tar.addFolder("data/archive", FOR_OWNER);
    tar.addFolder("data/inbox", FOR_GROUP);
    tar.addFolder("data/out", FOR_ALL);
    tar.addFolder("data/var", FOR_OWNER);
  }

  private static void addProgram(Path release, FolderTar tar) throws IOException {
    // engines make folders that an archive lacks, but for root alone
    tar.addFolder("opt", ROOT);
    tar.addFolder("opt/sunlit-ledger", ROOT);
    tar.addContent(release, "opt/sunlit-ledger/", Rights::plain, path -> true);
  }

  private ObjectNode config(ObjectNode settings, List<Layer> layers) {
    ObjectNode config = JSON.createObjectNode();
    config.put("created", date.toString()).put("architecture", architecture).put("os", "linux");
    config.set("config", settings);
    ObjectNode files = config.putObject("rootfs").put("type", "layers");
    ArrayNode contents = files.putArray("diff_ids");
    ArrayNode history = config.putArray("history");
    for (Layer layer : layers) {
      contents.add("sha256:" + layer.content());
      history.addObject().put("created", date.toString()).put("created_by", layer.origin());
    }
    return config;
  }

  private static ObjectNode index(ObjectNode manifest) {
    ObjectNode index = JSON.createObjectNode();
    index.put("schemaVersion", 2).put("mediaType", "application/vnd.oci.image.index.v1+json");
    index.putArray("manifests").add(manifest);
    return index;
  }

  private ArrayNode forDocker(ObjectNode configuration, List<Layer> layers) {
    ArrayNode images = JSON.createArrayNode();
    ObjectNode image = images.addObject();
    image.put("Config", path(configuration.path("digest").asString().replace("sha256:", "")));
    image.putArray("RepoTags").add("sunlit-ledger:" + version);
    ArrayNode listed = image.putArray("Layers");
    layers.forEach(layer -> listed.add(path(layer.digest())));
    return images;
  }

  private static String path(String digest) {
    return "blobs/sha256/" + digest;
  }

  private static ObjectNode blob(Path blobs, ObjectNode content, String type) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(content);
    String digest = Sha256.sha256(bytes);
    Files.write(blobs.resolve(digest), bytes);
    return describe(JSON.createObjectNode(), type, digest, bytes.length);
  }

  private static ObjectNode describe(ObjectNode node, String type, String digest, long size) {
    return node.put("mediaType", type).put("digest", "sha256:" + digest).put("size", size);
  }

  private static void write(Path file, Object content) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(content));
  }

  private void pack(Path layout, Path file) throws IOException {
    try (OutputStream output = Files.newOutputStream(file);
        FolderTar tar = new FolderTar(output, date)) {
      tar.addContent(layout, "", Rights::plain, path -> true);
    }
  }
}
