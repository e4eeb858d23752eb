package org.sunlitledger.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.file.WholeFile;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.figure.Figures.Computed;
import org.sunlitledger.figure.Problem;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.SafeText;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * Fills reports with a year's figures. What is uncertain is named on the first page and never
 * printed as a figure.
 */
@Component
public final class Reports {
  private static final Messages PROBLEMS = Messages.chinese("problems");
  private static final int SHOWN_REASONS = 15;
  private static final int SHOWN_NAMES = 200;

  private final Definitions definitions;
  private final CatalogueReader catalogues;
  private final Figures figures;
  private final County county;
  private final CountyOfBooks owner;
  private final OpenGround ground;
  private final Registers registers;
  private final Map<String, Set<Template.Tag>> tags = new ConcurrentHashMap<>();

  Reports(
      Definitions definitions,
      CatalogueReader catalogues,
      Figures figures,
      County county,
      CountyOfBooks owner,
      OpenGround ground,
      Registers registers) {
    this.definitions = definitions;
    this.catalogues = catalogues;
    this.figures = figures;
    this.county = county;
    this.owner = owner;
    this.ground = ground;
    this.registers = registers;
  }

  /**
   * Why a report is a draft.
   *
   * @param about the figure or the file
   * @param figure without a value; empty where a delivery is the reason
   * @param delivery in which something is open; empty where a figure has no value
   * @param problem what is wrong; with the file where something of it is open
   * @param follows whether only other figures without a value are in the way of this one
   */
  public record DraftReason(
      String about,
      Optional<String> figure,
      Optional<Long> delivery,
      String problem,
      boolean follows) {

    public String sentence() {
      return delivery.isPresent() ? problem : about + "：" + problem;
    }
  }

  /** A report filled: its bytes and why it is only a draft; empty reasons make it complete. */
  public record Filled(Bytes bytes, List<String> draftReasons) {}

  /** What a file holds. */
  public interface Bytes {
    byte[] get();
  }

  /** All reports that are defined, or those that print a year's figures. */
  public List<ReportDefinition> all() {
    return all(definitions);
  }

  private static List<ReportDefinition> all(Definitions definitions) {
    List<ReportDefinition> all = new ArrayList<>();
    for (String folder : definitions.folders("jobs/reports", "report.yaml")) {
      ReportDefinition report = definition(definitions, folder);
      for (ReportDefinition other : all) {
        if (other.name().equals(report.name())) {
          throw new DefinitionException(
              report.file(), "%s is called '%s' too".formatted(other.file(), report.name()));
        }
      }
      all.add(report);
    }
    return all;
  }

  public List<ReportDefinition> of(int year) {
    return all().stream().filter(report -> report.effective().contains(year)).toList();
  }

  /** Fills a report. */
  public Filled fill(ReportDefinition report, int year, Format format) {
    List<DraftReason> reasons = new ArrayList<>();
    byte[] docx = fillTemplate(report, year, ground.now(), reasons);
    byte[] bytes = as(format, report, docx, Walk.of(docx));
    return new Filled(bytes::clone, reasons.stream().map(DraftReason::sentence).toList());
  }

  /**
   * Fills a copy of a report as it is now, in which each figure is known.
   *
   * @param open what is open now
   */
  public MarkedReport marked(ReportDefinition report, int year, OpenGround.Open open) {
    return MarkedReport.of(
        definitions,
        report,
        tags -> content(report, year, tags, open, new ArrayList<>()),
        catalogues.read(year));
  }

  /**
   * Fills such a copy of a published report, which was no draft: with the figures, the template and
   * the county's facts of then.
   */
  public Optional<MarkedReport> marked(Definitions then, String name, int year) {
    Catalogue catalogue = catalogues.read(year);
    return all(then).stream()
        .filter(report -> report.name().equals(name))
        .findFirst()
        .map(
            report ->
                MarkedReport.of(
                    then,
                    report,
                    tags ->
                        escaped(
                            values(
                                catalogue,
                                report,
                                new County(then),
                                tags,
                                new LinkedHashSet<>(),
                                new ArrayList<>())),
                    catalogue));
  }

  /**
   * Why a report is only a draft, without filling it; empty when it is complete.
   *
   * @param open what is open now
   */
  public List<DraftReason> draftReasons(ReportDefinition report, int year, OpenGround.Open open) {
    List<DraftReason> reasons = new ArrayList<>();
    content(report, year, tags(report.template()), open, reasons);
    return reasons;
  }

  /** A template is opened once for each state of its file, as pages ask for its tags often. */
  private Set<Template.Tag> tags(String path) {
    byte[] file = definitions.bytes(path);
    return tags.computeIfAbsent(
        path + " " + Sha256.sha256(file),
        state -> {
          try (Template template = Template.open(path, file)) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(template.tags()));
          }
        });
  }

  private byte[] fillTemplate(
      ReportDefinition report, int year, OpenGround.Open open, List<DraftReason> reasons) {
    try (Template template =
        Template.open(report.template(), definitions.bytes(report.template()))) {
      return template.fill(content(report, year, template.tags(), open, reasons));
    }
  }

  private Map<String, Object> content(
      ReportDefinition report,
      int year,
      Set<Template.Tag> tags,
      OpenGround.Open open,
      List<DraftReason> reasons) {
    Catalogue catalogue = catalogues.read(year);
    Set<Figure> printed = new LinkedHashSet<>();
    Map<String, Object> content = values(catalogue, report, county, tags, printed, reasons);
    // what is open may be why figures are missing
    reasons.addAll(
        0,
        open.under(catalogue, printed).stream()
            .map(
                group ->
                    new DraftReason(
                        group.file(),
                        Optional.empty(),
                        Optional.of(group.delivery()),
                        OpenGround.text(PROBLEMS, group),
                        false))
            .toList());
    if (!reasons.isEmpty()) {
      content.put("draft", Map.of("draft_reasons", SafeText.escape(shown(reasons))));
    }
    return escaped(content);
  }

  /** The facts and figures of a report that is no draft. */
  private Map<String, Object> values(
      Catalogue catalogue,
      ReportDefinition report,
      County office,
      Set<Template.Tag> tags,
      Set<Figure> printed,
      List<DraftReason> reasons) {
    Map<String, Object> content = new HashMap<>(facts(catalogue, office));
    Map<String, Computed> computed = new HashMap<>();
    figures.of(catalogue.year()).forEach(figure -> computed.put(figure.figure().id(), figure));
    for (Template.Tag tag : tags) {
      String name = tag.name();
      catalogue.find(name).ifPresent(printed::add);
      if (!name.startsWith("draft") && !content.containsKey(name)) {
        content.put(
            name, text(catalogue, report, tag, Optional.ofNullable(computed.get(name)), reasons));
      }
    }
    content.put("draft", false);
    return content;
  }

  private static Map<String, Object> escaped(Map<String, Object> content) {
    content.replaceAll(
        (name, value) -> value instanceof String text ? SafeText.escape(text) : value);
    return content;
  }

  private Map<String, String> facts(Catalogue catalogue, County office) {
    owner.require(catalogue.year());
    Map<String, String> facts = office.facts(catalogue.year());
    for (String name : facts.keySet()) {
      if (catalogue.find(name).isPresent()) {
        throw new DefinitionException(
            County.FILE,
            "fact '%s' is called like a figure of %d".formatted(name, catalogue.year()));
      }
    }
    return facts;
  }

  /** The first page must stay one page: beyond some reasons only what they are about is named. */
  private static String shown(List<DraftReason> reasons) {
    String first =
        reasons.stream()
            .limit(SHOWN_REASONS)
            .map(DraftReason::sentence)
            .collect(Collectors.joining("\n"));
    if (reasons.size() <= SHOWN_REASONS) {
      return first;
    }
    String others =
        reasons.stream()
            .skip(SHOWN_REASONS)
            .map(DraftReason::about)
            .distinct()
            .limit(SHOWN_NAMES)
            .collect(Collectors.joining("、"));
    return first + "\n" + PROBLEMS.text("draft.more", reasons.size(), others);
  }

  private static byte[] as(Format format, ReportDefinition report, byte[] docx, Walk walk) {
    return switch (format) {
      case DOCX -> docx;
      case HTML -> new HtmlPage(report.title()).of(walk);
      case TXT -> new PlainText().of(walk);
    };
  }

  /** Fills every report of a year in every format, below {@code out/YEAR}. */
  public List<Path> fillAll(int year, Path out) throws IOException {
    List<Path> written = new ArrayList<>();
    OpenGround.Open open = ground.now();
    for (ReportDefinition report : of(year)) {
      List<DraftReason> reasons = new ArrayList<>();
      byte[] docx = fillTemplate(report, year, open, reasons);
      Walk walk = Walk.of(docx);
      for (Format format : Format.values()) {
        Path file =
            out.resolve(String.valueOf(year)).resolve(report.name() + "." + format.ending());
        WholeFile.write(file, as(format, report, docx, walk), WholeFile.EVERYBODY);
        written.add(file);
      }
    }
    return written;
  }

  private static ReportDefinition definition(Definitions definitions, String folder) {
    String file = folder + "/report.yaml";
    return ReportDefinition.read(folder, YamlNode.read(file, definitions.open(file)));
  }

  private String text(
      Catalogue catalogue,
      ReportDefinition report,
      Template.Tag tag,
      Optional<Computed> figure,
      List<DraftReason> reasons) {
    if (figure.isEmpty()) {
      throw new DefinitionException(
          report.template(),
          "tag {{%s}} is neither a figure of the year nor a fact of jobs/county.yaml"
              .formatted(tag.name()));
    }
    Computed known = figure.get();
    if (known.problem().isEmpty()) {
      return known.text().orElse("");
    }
    String figureName = tag.name() + " " + known.figure().title();
    Problem problem = known.problem().get();
    reasons.add(
        new DraftReason(
            figureName,
            Optional.of(tag.name()),
            Optional.empty(),
            problem.text(PROBLEMS, name -> title(catalogue, name)),
            problem.kind() == Problem.ProblemKind.PART_MISSING));
    return PROBLEMS.text(tag.isInTable() ? "missing.cell" : "missing", figureName);
  }

  /**
   * The title of a register, or a figure with its title; people do not read names of definitions.
   */
  private String title(Catalogue catalogue, String name) {
    return registers
        .find(name)
        .map(Register::title)
        .or(() -> catalogue.find(name).map(figure -> name + " " + figure.title()))
        .orElse(name);
  }
}
