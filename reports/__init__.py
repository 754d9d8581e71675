"""What leaves the screen: slides, one offline file, PPTX, PDF, XLSX; pure."""
