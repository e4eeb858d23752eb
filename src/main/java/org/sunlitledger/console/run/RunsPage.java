package org.sunlitledger.console.run;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListPage;
import org.sunlitledger.console.list.ListSlice;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;
import org.sunlitledger.view.RunList.RunFilter;

/** The runs there were, those of cron and of other people too. */
@Controller
final class RunsPage {
  private final RunList runs;
  private final PageWords words;

  RunsPage(RunList runs, PageWords words) {
    this.runs = runs;
    this.words = words;
  }

  @GetMapping("/runs")
  String list(
      @RequestParam Optional<Integer> year,
      @RequestParam(defaultValue = "false") boolean failed,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(required = false) @Nullable Integer size,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    ListSlice slice = ListSlice.of(size, after);
    RunFilter filter = new RunFilter(year.orElse(null), failed);
    List<Run> read = runs.page(filter, slice.after(), slice.read());
    ListAddress address =
        ListAddress.of("/runs")
            .with("year", year.map(String::valueOf).orElse(""))
            .with("failed", failed ? "true" : "");
    model.addAttribute("page", ListPage.of(read, slice, address, Run::id));
    model.addAttribute("filter", filter);
    model.addAttribute("words", words.codes(frame));
    return "run/runs";
  }
}
