(function(){var m={site:"norrheim-inlandseas",type:"article"};window.metrics=m;})();
