/** Verbs by what somebody does with them in a story, as bases; `_` joins the words of a phrase. */
export const VERBS: Record<string, string> = {
  // Somebody wants something of the speaker.
  ask: `ask request want expect require demand beg urge insist assign entrust appoint task commission nominate volunteer
    summon delegate order instruct propose hand_me handed_me gave_me give_me landed_on_me fell_to_me fell_on_me put_me came_to_me
    came_to_my landed_on_my fell_to_my dropped_on_my in_my_lap on_my_desk on_my_plate asked_me asked_if asked_whether told_me
    wanted_me wanted_us wanted_to_know needed_me needed_us got_the_job passed_to_me turned_to_me looked_at_me picked_me was_given
    were_given was_told were_told was_asked were_asked was_handed`,
  investigate: `look check trace dig compare profile measure inspect query count debug reproduce diff examine read study
    explore investigate analyse analyze audit map sample sketch list inventory plot chart time benchmark estimate calculate
    compute verify validate confirm review observe watch follow track hunt search scan sift interview shadow bisect replicate
    simulate prototype test try experiment log instrument tally eyeball poke pore walked_through went_through look_into
    looked_into look_at looked_at`,
  find: `find notice discover spot realise realize learn identify see understand recognise recognize suspect uncover reveal
    detect figure found_out turned_out turn_out pinpoint stumble come_across came_across it_dawned`,
  build: `build write add create script code implement wire deploy ship release merge patch fix rewrite refactor migrate
    move split partition cluster cache dedupe deduplicate backfill rerun replay restore rebuild redo disable enable drop swap
    replace convert model configure install automate schedule index load copy rename parse materialise materialize
    parametrise parameterize compress compact repartition tune optimise optimize cut change switch port isolate wrap extend
    rework restart reprocess reload recompute quarantine pin mount provision generate set_up put_together put_in push point
    design draft document trim remove delete pull insert join union filter tag version freeze revert roll rolled_back
    roll_back turn_off turned_off turned_on hook sort clean repair mend correct adjust limit cap batch stage shadow`,
  decide: `decide choose pick opt refuse settle prioritise prioritize defer park weigh commit favour favor prefer plan
    rank score accept reject go_with went_with said_no say_no argue argued judged bet sacrifice leave_out left_out gave_up
    rather_than instead_of postpone skip resist hold_off held_off ruled_out rule_out drew_the_line drew_a_line trade scope
    narrow limit order sequence start_with started_with begin_with`,
  tell: `tell call message email phone ring post announce warn explain show present inform update brief report apologise
    apologize reply answer ping publish circulate notify admit own_up disclose say speak talk describe demo demonstrate
    write_to wrote_to let_them_know let_her_know let_him_know letting walked_them walked_her walked_him walked_the share
    communicate escalate flag mention heads_up send sent_a sent_them reassure`,
  coordinate: `meet sit invite involve align agree negotiate pair coordinate gather convene join facilitate consult persuade
    convince sat_down sit_down sat_with brought_in loop_in looped listen discuss mediate compromise collaborate rehearse
    facilitate sign_off signed_off hear_out heard_out help guide coach mentor teach train onboard delegate recruit`,
  fall: `drop fall shrink decline decrease reduce halve save cut lower vanish disappear dwindle plunge diminish shave shorten
    go_down went_down gone_down came_down come_down went_from goes_from gone_from down_to down_from down_by cease`,
  rise: `rise grow climb increase double triple quadruple balloon jump soar swell creep explode spike go_up went_up
    gone_up came_up up_to up_from`,
  // What a good end looks like.
  recover: `arrive land stay keep recover win thank trust rely adopt approve close pass deliver succeed praise renew return
    sign celebrate retire regain earn hold survive run finish complete match reconcile appreciate extend expand copy borrow
    imitate went_live go_live went_out got_their get_their went_smoothly worked without_a_hitch on_time in_time paid_off pay_for_itself
    paid_for_itself nobody_noticed no_one_noticed nobody_complained asked_for_it came_back stopped_asking stopped_checking stuck
    stopped_calling stopped_sending stopped_getting stop_asking stopped_keeping ask_us_for asked_me_to_do`,
  fail: `break fail crash die hang stall corrupt duplicate miss lose overwrite overcharge undercount overcount stop choke
    collapse explode leak drift mismatch truncate blow time_out timed_out ran_out fell_over fall_over went_wrong go_wrong went_dark
    went_missing turned_red went_red page wake alert lag block delay skip drop bounce complain shout double overrun
    fell_behind fall_behind came_late arrive_late arrived_late`,
  prevent: `prevent guard enforce protect alert block require refuse reject catch monitor gate fail_loudly fails_loudly compare
    reconcile assert validate so_that_it so_it_can't can't_happen cannot_happen can_no_longer could_no_longer never_again
    no_longer_possible catches stops refuses rejects fails_the blocks pages_us warns_us before_it_reaches before_anyone
    before_anybody would_have_caught would_catch nag remind warn happens_again happen_again from_happening sneak_in slip_through`,
  blame: `blame fault careless sloppy lazy incompetent useless ignore ignored neglect screwed screw messed mess
    clueless amateur amateurs amateurish ridiculous stupid idiot idiots hopeless terrible awful unprofessional
    didn't_bother never_bothered couldn't_be_bothered didn't_care don't_care doesn't_care never_listened wouldn't_listen
    didn't_listen never_told didn't_tell nobody_told no_one_told without_telling forgot_to forget_to their_fault his_fault her_fault
    not_my_fault wasn't_my_fault wasn't_our_fault not_our_fault nothing_to_do_with_me nothing_i_could on_them on_him on_her
    should_have_known should_have_told should_have_checked should_have_tested should_have_asked should_have
    no_idea_what never_read never_reads never_test never_tested don't_test didn't_test as_usual as_always
    pushed_it_without broke_it broke_our broke_everything let_us_down their_mess their_problem their_mistake his_mistake
    her_mistake my_hands_were_clean bad_code poor_quality shoddy garbage rubbish cowboy cowboys had_warned
    never_understood doesn't_understand don't_understand didn't_understand responsible_for_this to_blame usual_answer their_usual
    no_fault from_their_side their_side their_end never_built don't_think doesn't_think of_course_they people_like who_don't
    who_doesn't nonsense theirs culprit culprits guilty not_that_hard isn't_hard what_they_want
    what_it_wants whenever_they no_heads-up no_warning no_notice without_a_word without_saying
    without_asking without_warning clean_up_after given_up_on given_up_expecting that_lot sloppiness arrogant
    arrogance junk incompetence negligence negligent irresponsible shameful disgrace disgraceful
    never_answer never_answers don't_answer never_reply wouldn't_know couldn't_tell never_cared clearly_don't pointed_out_that_it
    nothing_for_us nothing_to_change couldn't_have couldn't_do_anything can't_fix not_my_job not_our_job not_my_problem not_our_problem
    who_else whose_fault no_clue cluelessness ruin ruined sabotage overpaid moron fool fools`,
  learn: `learn lesson lessons taught_me takeaway differently in_hindsight hindsight looking_back if_i_did looking_at_it
    next_time to_this_day i_still_think remember i_learned regret proud`,
}
