package org.sunlitledger.console.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.console.child.ChildRuns;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.upload.Receiving.IncomingFile;
import org.sunlitledger.console.upload.Receiving.ReceivedFile;
import org.sunlitledger.console.upload.UploadRefusal.UploadFault;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.inbox.UntakenFiles;
import org.sunlitledger.intake.inbox.UntakenFiles.UntakenFile;

/** Where clerks hand in files, see what they will be taken for, and start a run. */
@Controller
@EnableConfigurationProperties(UploadSettings.class)
@RequestMapping("/{year:[0-9]{4}}/upload")
final class UploadPage {
  private final UntakenFiles untaken;
  private final OfficeFolders folders;
  private final Receiving receiving;
  private final UploadTable uploads;
  private final Previews previews;
  private final UploadResults taken;
  private final ChildRuns runs;
  private final ClosedYears closed;
  private final UploadSettings settings;
  private final HiddenNames hidden;
  private final AccessLog log;

  UploadPage(
      UntakenFiles untaken,
      OfficeFolders folders,
      Receiving receiving,
      UploadTable uploads,
      Previews previews,
      UploadResults taken,
      ChildRuns runs,
      ClosedYears closed,
      UploadSettings settings,
      HiddenNames hidden,
      AccessLog log) {
    this.untaken = untaken;
    this.folders = folders;
    this.receiving = receiving;
    this.uploads = uploads;
    this.previews = previews;
    this.taken = taken;
    this.runs = runs;
    this.closed = closed;
    this.settings = settings;
    this.hidden = hidden;
    this.log = log;
  }

  @GetMapping
  String page(
      @PathVariable int year,
      @RequestParam Optional<Long> run,
      @ModelAttribute("frame") Frame frame,
      Model model)
      throws IOException {
    return page(year, run, frame, model, "");
  }

  private String page(int year, Optional<Long> run, Frame frame, Model model, String fault)
      throws IOException {
    SignedIn person = person(frame);
    model.addAttribute("year", year);
    model.addAttribute("offices", folders.choices(person));
    model.addAttribute("files", reached(person));
    model.addAttribute("limit", settings.uploadLimit().toMegabytes());
    model.addAttribute("isClosed", closed.freezing(year).isPresent());
    model.addAttribute("result", run.flatMap(id -> taken.of(id, person)));
    model.addAttribute("fault", fault);
    return "upload/upload";
  }

  /**
   * Says before a file is sent whether it would be refused, and gives the token with which to send
   * it: whoever signed in again since the page was loaded has another one.
   */
  @GetMapping("/check")
  @Nullable String check(
      @PathVariable int year,
      IncomingName incoming,
      @RequestParam long bytes,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      Model model)
      throws IOException {
    try {
      receiving.verify(incoming(person(frame), incoming, bytes));
      response.setHeader("X-CSRF-TOKEN", frame.tokenValue());
      return null;
    } catch (UploadRefusal refusal) {
      return refused(refusal, response, model);
    }
  }

  /** Receives one file, as the body of the request. */
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  String receive(
      @PathVariable int year,
      IncomingName incoming,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    SignedIn person = person(frame);
    IncomingFile announced = incoming(person, incoming, request.getContentLengthLong());
    try {
      ReceivedFile received = receiving.receive(announced, request.getInputStream());
      UntakenFile file =
          untaken.find(FilePath.shown(untaken.inbox(), received.path())).orElseThrow();
      record(
          announced.replaces() ? AccessKind.FILE_REPLACED : AccessKind.FILE_UPLOADED,
          person,
          request,
          file,
          received.sha256());
      response.setStatus(HttpServletResponse.SC_CREATED);
      model.addAttribute("year", year);
      model.addAttribute("file", file);
      return "upload/file";
    } catch (UploadRefusal refusal) {
      // a browser that still sends does not hear the answer
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
      return refused(refusal, response, model);
    }
  }

  /**
   * What a request says about its file.
   *
   * @param office the person's own, or none, unless named
   * @param replace whether it may take the place of a file with its name
   */
  record IncomingName(String name, @Nullable String office, @Nullable Boolean replace) {}

  private IncomingFile incoming(SignedIn person, IncomingName incoming, long bytes)
      throws IOException {
    String office = Optional.ofNullable(incoming.office()).orElseGet(() -> folders.first(person));
    Path folder = folders.folder(person, office).orElseThrow(UploadPage::notFound);
    return new IncomingFile(
        person.account(),
        office,
        folder,
        incoming.name(),
        bytes,
        Boolean.TRUE.equals(incoming.replace()));
  }

  @GetMapping("/preview")
  String preview(
      @PathVariable int year,
      @RequestParam String name,
      @ModelAttribute("frame") Frame frame,
      Model model)
      throws IOException {
    UntakenFile file = reached(person(frame), name);
    try {
      model.addAttribute("card", previews.of(frame, year, file));
      return "upload/preview";
    } catch (NoSuchFileException taken) {
      throw notFound();
    }
  }

  /** Deletes a file that no run has taken. */
  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable int year,
      @RequestParam String name,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    SignedIn person = person(frame);
    UntakenFile file = reached(person, name);
    if (untaken.isBeingTaken(file.path())) {
      response.setStatus(UploadFault.BEING_TAKEN.status().value());
      return page(year, Optional.empty(), frame, model, frame.text("upload.refused.BEING_TAKEN"));
    }
    String sha256 = FileSurvey.sha256(file.path());
    // first, so that nothing is deleted without a record when the console is killed in between
    record(AccessKind.FILE_WITHDRAWN, person, request, file, sha256);
    Files.deleteIfExists(file.path());
    uploads.forget(sha256);
    return "redirect:/%d/upload".formatted(year);
  }

  @PostMapping("/run")
  String run(
      @PathVariable int year,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      Model model)
      throws IOException {
    ChildRuns.ChildStart start = runs.nightly(year, person(frame));
    if (start instanceof ChildRuns.Begun begun) {
      return "redirect:/%d/upload?run=%d".formatted(year, begun.run());
    }
    if (start instanceof ChildRuns.NotBegun not) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return page(year, Optional.empty(), frame, model, not.said());
    }
    return "redirect:/runs";
  }

  /** The part of the page with the result of a run; it asks again until the run has ended. */
  @GetMapping("/result")
  String result(@RequestParam long run, @ModelAttribute("frame") Frame frame, Model model) {
    model.addAttribute("result", taken.of(run, person(frame)).orElseThrow(UploadPage::notFound));
    return "upload/result";
  }

  private static String refused(UploadRefusal refusal, HttpServletResponse response, Model model) {
    response.setStatus(refusal.fault().status().value());
    model.addAttribute("key", "upload.refused." + refusal.fault());
    model.addAttribute("arguments", refusal.arguments());
    model.addAttribute("way", refusal.fault() == UploadFault.THERE ? "replace" : "retry");
    return "upload/told";
  }

  private List<UntakenFile> reached(SignedIn person) throws IOException {
    return untaken.all().stream().filter(file -> person.reaches(file.name())).toList();
  }

  private UntakenFile reached(SignedIn person, String name) throws IOException {
    return untaken
        .find(name)
        .filter(file -> person.reaches(file.name()))
        .orElseThrow(UploadPage::notFound);
  }

  /** The name of a file may be that of a person, so its folder and its digest stand for it. */
  private void record(
      AccessKind kind,
      SignedIn person,
      HttpServletRequest request,
      UntakenFile file,
      String sha256) {
    String folder = file.name().substring(0, file.name().lastIndexOf('/') + 1);
    log.record(
        kind,
        Optional.of(person.account()),
        AccessVia.console(person.account(), request.getRemoteAddr()),
        (hidden.hide(folder) + " SHA-256 " + sha256).strip());
  }

  private static SignedIn person(Frame frame) {
    return frame.signedIn().orElseThrow();
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
