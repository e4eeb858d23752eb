package org.sunlitledger.console.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.sunlitledger.console.child.ChildRuns;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.receive.Receiving.IncomingFile;
import org.sunlitledger.console.receive.Reception;
import org.sunlitledger.console.receive.SentName;
import org.sunlitledger.console.receive.UploadRefusal;
import org.sunlitledger.console.receive.UploadSettings;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.inbox.UntakenFiles;
import org.sunlitledger.intake.inbox.UntakenFiles.UntakenFile;

/** Where clerks hand in files, see what they will be taken for, and start a run. */
@Controller
@RequestMapping("/{year:[0-9]{4}}/upload")
final class UploadPage {
  private final UntakenFiles untaken;
  private final OfficeFolders folders;
  private final Reception reception;
  private final Previews previews;
  private final UploadResults taken;
  private final ChildRuns runs;
  private final ClosedYears closed;
  private final UploadSettings settings;

  UploadPage(
      UntakenFiles untaken,
      OfficeFolders folders,
      Reception reception,
      Previews previews,
      UploadResults taken,
      ChildRuns runs,
      ClosedYears closed,
      UploadSettings settings) {
    this.untaken = untaken;
    this.folders = folders;
    this.reception = reception;
    this.previews = previews;
    this.taken = taken;
    this.runs = runs;
    this.closed = closed;
    this.settings = settings;
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

  @GetMapping("/check")
  @Nullable String check(
      SentName sent,
      @RequestParam long bytes,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      Model model)
      throws IOException {
    return reception.check(incoming(person(frame), sent, bytes), frame, response, model);
  }

  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  String receive(
      @PathVariable int year,
      SentName sent,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    SignedIn person = person(frame);
    return reception.receive(
        incoming(person, sent, request.getContentLengthLong()),
        person,
        request,
        response,
        model,
        received -> {
          model.addAttribute("to", "/%d/upload".formatted(year));
          model.addAttribute(
              "file", untaken.find(FilePath.shown(untaken.inbox(), received)).orElseThrow());
          return "upload/file";
        });
  }

  private IncomingFile incoming(SignedIn person, SentName sent, long bytes) throws IOException {
    String office = Optional.ofNullable(sent.office()).orElseGet(() -> folders.first(person));
    return sent.on(folders.shelf(person, office).orElseThrow(UploadPage::notFound), person, bytes);
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
    String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
    try {
      reception.withdraw(
          new InboxShelf(untaken, folder, file.path().resolveSibling("")),
          file.path(),
          person,
          request);
    } catch (UploadRefusal refusal) {
      response.setStatus(refusal.fault().status().value());
      return page(
          year, Optional.empty(), frame, model, frame.text("upload.refused." + refusal.fault()));
    }
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
    return ChildRuns.Starting.PAGE;
  }

  /** The part of the page with the result of a run; it asks again until the run has ended. */
  @GetMapping("/result")
  String result(@RequestParam long run, @ModelAttribute("frame") Frame frame, Model model) {
    model.addAttribute("result", taken.of(run, person(frame)).orElseThrow(UploadPage::notFound));
    return "upload/result";
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

  private static SignedIn person(Frame frame) {
    return frame.signedIn().orElseThrow();
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
